// changed async half: a function lost its body when another one did not parse
// beside: 
mod api { fn socket() -> u8 { if is_async!() { 1 } else { 2 } } fn other() { as } }
