"""The settings (设置): office, rules, bodies, people, look, trail, and what this program is."""
