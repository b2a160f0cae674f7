"""The log of what left the office (发文登记): by year, with deliveries, to print and to export."""
