// unparsable output: expected identifier, found keyword `use`
// in-place: 
mod use {}
