"""The record becomes a letter's data, one module a business, ready to be shown or issued."""
