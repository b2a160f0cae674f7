"""The desk (工作台): what waits for the person, the year so far, the anchor of today."""
