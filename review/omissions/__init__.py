"""Issue lists compared with the register: what was issued and never registered."""
