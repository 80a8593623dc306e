// hang: more than 2s of processor time
// in-place: 
mod asynchronous { use bisync::asynchronous::*; mod asynchronous; pub use client::*; }
