//! Each argument has one shape, and the text shows it.

use await_me_maybe::maybe_async;

#[maybe_async(name)] //~
async fn a() {}

#[maybe_async(name = "load")] //~
async fn b() {}

#[maybe_async(name(load))] //~
async fn c() {}

#[maybe_async(name = load::it)] //~
async fn d() {}

#[maybe_async(suffix = )] //~
async fn e() {}

#[maybe_async(keep)] //~
async fn f() {}

#[maybe_async(keep())] //~
async fn g() {}

#[maybe_async(keep = send)] //~
async fn h() {}

#[maybe_async(keep(self.send))] //~
async fn i() {}

#[maybe_async(twins(api::Store))] //~
async fn j() {}

#[maybe_async(crate)] //~
async fn k() {}

#[maybe_async(crate = "reexported")] //~
async fn l() {}

#[maybe_async(name = load suffix = _sync)] //~
async fn m() {}

#[maybe_async("load")] //~
async fn n() {}

#[maybe_async(load)] //~
async fn o() {}

#[maybe_async(name = fn)] //~
async fn p() {}

#[maybe_async(cfg)] //~
async fn q() {}

#[maybe_async(cfg())] //~
async fn r() {}

#[maybe_async(cfg = "test")] //~
async fn s() {}

#[maybe_async(cfg(unix, test))] //~
async fn t() {}

#[maybe_async(cfg("test"))] //~
async fn u() {}

struct Client;

#[maybe_async]
impl Client {
    #[maybe_async(skip = true)] //~
    async fn a(&self) {}

    #[maybe_async(name)] //~
    async fn b(&self) {}
}

fn main() {
    let _ = (a(), b(), c(), d(), e(), f(), g(), h(), i(), j(), k(), l(), m(), n(), o(), p());
    let _ = (q(), r(), s(), t(), u());
    let _ = (Client.a(), Client.b());
    f_blocking();
    g_blocking();
    h_blocking();
    i_blocking();
    j_blocking();
    k_blocking();
    l_blocking();
    q_blocking();
    r_blocking();
    s_blocking();
    t_blocking();
    u_blocking();
}
