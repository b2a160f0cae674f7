"""What is due before terms end (有效期): the list, the months, replies, files to take along."""
