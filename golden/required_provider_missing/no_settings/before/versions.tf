# What this runs with.
