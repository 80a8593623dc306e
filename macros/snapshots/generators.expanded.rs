fn ticks(count: u32) -> impl Stream<Item = u32> {
    stream! {
        for n in 0..count { yield sleep(n). await; }
    }
}
/// Blocking form of [`ticks`](fn@ticks).
fn ticks_blocking(count: u32) -> impl ::core::iter::Iterator<Item = u32> {
    ({
        let (put0, take0) = ::await_me_maybe::__private::generator();
        ::await_me_maybe::__private::Generator::new(
            take0,
            async move {
                for n in 0..count {
                    ::await_me_maybe::__private::put(
                            &put0,
                            ::await_me_maybe::__private::awaited(sleep_blocking(n), 0),
                        )
                        .await;
                }
            },
        )
    })
}
impl Client {
    fn pages(&self) -> impl Stream<Item = Result<Page, Error>> + '_ {
        try_stream! {
            let mut next = Some(self.first(). await ?); while let Some(page) = next
            .take() { next = self.after(& page). await ?; yield page; } for await page in
            self.last() { yield page ?; }
        }
    }
}
impl Client {
    /// Blocking form of [`pages`](method@Self::pages).
    fn pages_blocking(
        &self,
    ) -> impl ::core::iter::Iterator<Item = Result<Page, Error>> + '_ {
        use ::await_me_maybe::__private::Get as _;
        ({
            let (put0, take0) = ::await_me_maybe::__private::generator();
            ::await_me_maybe::__private::Generator::new(
                take0,
                async move {
                    let mut next = Some(
                        (match ::await_me_maybe::__private::Awaited(
                                self.first_blocking(),
                            )
                            .__awaited(0)
                        {
                            ::core::result::Result::Ok(value0) => value0,
                            ::core::result::Result::Err(error0) => {
                                ::await_me_maybe::__private::put(
                                        &put0,
                                        ::core::result::Result::Err(
                                            ::core::convert::Into::into(error0),
                                        ),
                                    )
                                    .await;
                                return;
                            }
                        }),
                    );
                    while let Some(page) = next.take() {
                        next = (match ::await_me_maybe::__private::Awaited(
                                self.after_blocking(&page),
                            )
                            .__awaited(0)
                        {
                            ::core::result::Result::Ok(value0) => value0,
                            ::core::result::Result::Err(error0) => {
                                ::await_me_maybe::__private::put(
                                        &put0,
                                        ::core::result::Result::Err(
                                            ::core::convert::Into::into(error0),
                                        ),
                                    )
                                    .await;
                                return;
                            }
                        });
                        ::await_me_maybe::__private::put(
                                &put0,
                                ::core::result::Result::Ok(page),
                            )
                            .await;
                    }
                    {
                        let items0 = self.last();
                        for page in items0 {
                            ::await_me_maybe::__private::put(
                                    &put0,
                                    ::core::result::Result::Ok(
                                        (match page {
                                            ::core::result::Result::Ok(value0) => value0,
                                            ::core::result::Result::Err(error0) => {
                                                ::await_me_maybe::__private::put(
                                                        &put0,
                                                        ::core::result::Result::Err(
                                                            ::core::convert::Into::into(error0),
                                                        ),
                                                    )
                                                    .await;
                                                return;
                                            }
                                        }),
                                    ),
                                )
                                .await;
                        }
                    }
                },
            )
        })
    }
}
