// hang: more than 2s of processor time
// beside: 
mod m { use a::x::*; use b::y::*; use c::*; #[cfg(d)] use e::e; #[cfg(not(d))] use e::f as e; async fn f() { e::g().await } }
