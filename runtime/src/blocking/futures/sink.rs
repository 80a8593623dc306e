//! What takes items one by one.
