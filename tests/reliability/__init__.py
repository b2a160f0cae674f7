"""What an acknowledged number survives: kills, full disks, lost answers, damage and tampering.

Each harness here comes with a variant of the program that it must find faulty.
"""
