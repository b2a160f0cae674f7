"""The catalogue of the documents in force on a day: Excel, Word, PDF, and pages for a website."""
