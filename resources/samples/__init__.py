"""Sample documents of a fictional county, their Word files and the story that uses them."""
