"""The demo: a year of the fictional county 云溪县, told by the acts of the register."""
