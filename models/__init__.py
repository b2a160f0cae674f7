"""The register: what is recorded, and the acts the law allows on it."""
