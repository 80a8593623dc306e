// unparsable output: an invisible group that no source gives; the judge took `name;` for a fragment
// test: 
# [maybe_async] use :: __invisible ! (TcpStream ;)
