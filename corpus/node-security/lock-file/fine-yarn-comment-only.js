// options: {"packageManager": "yarn"}
// Nothing to run in here, and a lock file all the same.
