// changed async half: an invisible group that no source gives; the judge took `#[..]` alone for a fragment
// beside: 
__invisible ! (# [only_blocking]) fn async_closure () { }
