"""Opinion sheets (清理意见表): one workbook a unit goes out, the replies are read back."""
