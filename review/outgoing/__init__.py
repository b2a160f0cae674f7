"""Papers of an own document on its way up (报备): what is there, the form, the bundle."""
