// changed async half: what stands behind the arguments of an attribute was taken for its path
// asynchronous: 
# [await_me_maybe () test]
