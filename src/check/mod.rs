//! Files → lint results: finding, ignoring, reading, configuration, in parallel.
