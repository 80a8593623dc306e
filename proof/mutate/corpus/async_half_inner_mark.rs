// changed async half: `#![maybe_async]` in an impl was taken for a mark of the impl
// beside: 
mod m { impl Client { #! [maybe_async] # [only_async] fn read () { } } impl :: Error { } fn empty () { } }
