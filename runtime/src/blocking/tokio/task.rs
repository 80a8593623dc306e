//! Tasks, which are threads here.
