//! `Notify`, and the futures of its notifications.

use core::fmt;
use core::pin::Pin;
use std::collections::VecDeque;
use std::sync::Arc;

use parking_lot::{Mutex, MutexGuard};

use crate::blocking::Thunk;
use crate::mirror::sync::waiter::Waiter;
use crate::pending::pending_value;

/// Wakes one thread that waits for it, or all of them.
///
/// If nobody waits, one notification is kept for the next one.
///
/// ```
/// use await_me_maybe::blocking::Resolve as _;
/// use await_me_maybe::mirror::tokio::sync::Notify;
/// use std::thread;
///
/// let notify = Notify::new();
/// thread::scope(|scope| {
///     scope.spawn(|| notify.notify_one());
///     notify.notified().resolve();
/// });
/// ```
pub struct Notify(Mutex<State>);

struct State {
    /// A notification that nobody has waited for yet.
    permit: bool,
    /// How often all were notified: that counts for futures that were made before.
    calls: usize,
    queue: VecDeque<Arc<Waiter<Notification>>>,
}

#[derive(Clone, Copy)]
enum Notification {
    All,
    One(Order),
}

#[derive(Clone, Copy)]
enum Order {
    First,
    Last,
}

impl Notify {
    /// With no notification.
    pub const fn new() -> Self {
        Self(Mutex::new(State {
            permit: false,
            calls: 0,
            queue: VecDeque::new(),
        }))
    }

    /// With no notification.
    pub const fn const_new() -> Self {
        Self::new()
    }

    /// A future that waits for a notification when it is awaited.
    ///
    /// It gets those for all from the moment it is made.
    pub fn notified(&self) -> Notified<'_> {
        Notified {
            notify: self,
            place: Place::new(self),
        }
    }

    /// As [`notified`](Self::notified), and keeps this alive.
    pub fn notified_owned(self: Arc<Self>) -> OwnedNotified {
        OwnedNotified {
            place: Place::new(&self),
            notify: self,
        }
    }

    /// Wakes who has waited longest, or the next one to wait.
    pub fn notify_one(&self) {
        self.0.lock().notify(Order::First);
    }

    /// Wakes who came last, or the next one to wait.
    pub fn notify_last(&self) {
        self.0.lock().notify(Order::Last);
    }

    /// Wakes all for whom a future has been made by now.
    pub fn notify_waiters(&self) {
        let mut state = self.0.lock();
        state.calls = state.calls.wrapping_add(1);
        for waiter in state.queue.drain(..) {
            waiter.serve(Notification::All);
        }
    }
}

impl State {
    fn notify(&mut self, order: Order) {
        let waiter = match order {
            Order::First => self.queue.pop_front(),
            Order::Last => self.queue.pop_back(),
        };
        match waiter {
            Some(waiter) => waiter.serve(Notification::One(order)),
            None => self.permit = true,
        }
    }
}

impl Default for Notify {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Notify {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notify").finish_non_exhaustive()
    }
}

/// How far a future has come.
enum Place {
    /// It knows how often all had been notified when it was made.
    Outside(usize),
    InQueue(Arc<Waiter<Notification>>),
    Notified,
}

impl Place {
    fn new(notify: &Notify) -> Self {
        Self::Outside(notify.0.lock().calls)
    }

    /// Goes into the queue if there is no notification yet.
    fn enter(&mut self, state: &mut MutexGuard<'_, State>) -> Option<Arc<Waiter<Notification>>> {
        let waiter = match self {
            Self::Notified => return None,
            Self::InQueue(waiter) => Arc::clone(waiter),
            Self::Outside(calls) if *calls != state.calls => return self.leave(),
            Self::Outside(_) if state.permit => {
                state.permit = false;
                return self.leave();
            }
            Self::Outside(_) => {
                let waiter = Waiter::new();
                state.queue.push_back(Arc::clone(&waiter));
                *self = Self::InQueue(Arc::clone(&waiter));
                waiter
            }
        };
        if waiter.outcome().is_some() {
            return self.leave();
        }
        Some(waiter)
    }

    fn leave(&mut self) -> Option<Arc<Waiter<Notification>>> {
        *self = Self::Notified;
        None
    }

    fn enable(&mut self, notify: &Notify) -> bool {
        self.enter(&mut notify.0.lock()).is_none()
    }

    fn wait(&mut self, notify: &Notify) {
        let mut state = notify.0.lock();
        if let Some(waiter) = self.enter(&mut state) {
            waiter.wait(&mut state);
            *self = Self::Notified;
        }
    }

    /// A notification for one that nobody has seen goes to another one.
    fn cancel(&self, notify: &Notify) {
        let Self::InQueue(waiter) = self else {
            return;
        };
        let mut state = notify.0.lock();
        state.queue.retain(|other| !Arc::ptr_eq(other, waiter));
        if let Some(Notification::One(order)) = waiter.outcome() {
            state.notify(order);
        }
    }
}

macro_rules! notified {
    ($(#[$attr:meta])* $Notified:ident $(<$lifetime:lifetime>)? of $Shared:ty) => {
        $(#[$attr])*
        #[must_use = "a future does nothing unless it is awaited"]
        pub struct $Notified $(<$lifetime>)? {
            notify: $Shared,
            place: Place,
        }

        impl $(<$lifetime>)? $Notified $(<$lifetime>)? {
            /// Takes its place in the queue now; tells whether it is notified already.
            pub fn enable(mut self: Pin<&mut Self>) -> bool {
                let this = &mut *self;
                this.place.enable(&this.notify)
            }
        }

        #[diagnostic::do_not_recommend]
        impl $(<$lifetime>)? Thunk for $Notified $(<$lifetime>)? {
            type Output = ();

            fn run(mut self: Pin<&mut Self>) {
                let this = &mut *self;
                this.place.wait(&this.notify);
            }
        }

        impl $(<$lifetime>)? Drop for $Notified $(<$lifetime>)? {
            fn drop(&mut self) {
                self.place.cancel(&self.notify);
            }
        }

        impl $(<$lifetime>)? fmt::Debug for $Notified $(<$lifetime>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Notified)).finish_non_exhaustive()
            }
        }

        pending_value!([$($lifetime)?] $Notified $(<$lifetime>)?);
    };
}

notified! {
    /// Waits for a notification when it is awaited.
    Notified<'a> of &'a Notify
}

notified! {
    /// Waits for a notification when it is awaited.
    OwnedNotified of Arc<Notify>
}
