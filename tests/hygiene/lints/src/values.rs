//! Awaits of every kind.

use std::fmt::Write as _;

use await_me_maybe_tests::{even, give};
#[cfg(not(feature = "alone"))]
use await_me_maybe_tests::{even_blocking, give_blocking};

use crate::maybe_async;

/// Calls, operands, blocks, early futures, boxes.
///
/// # Errors
/// If a number is odd.
#[maybe_async]
pub async fn positions(numbers: &[u32], mut text: String) -> Result<u32, String> {
    let plain = give(1_u32).await;
    let typed: u32 = give(2).await;
    give(3_u8).await;
    let mut sum = plain + typed + give(4).await * 2 - even(2).await?;
    let negated = -i64::from(give(5).await);
    let block = async {
        if numbers.is_empty() {
            return Ok(0);
        }
        even(numbers[0]).await
    }
    .await?;
    let late = async { even(block).await };
    let _never = async { give(7_u8).await };
    for &number in numbers {
        sum += match number {
            0 => give(1).await,
            1 if give(number).await == 2 => 3,
            _ => even(number).await.unwrap_or_default(),
        };
    }
    while give(sum).await > 100 {
        sum /= 2;
    }
    let Some(first) = give(sum).await.checked_sub(1) else {
        return Err(format!("{} {}", give(sum).await, numbers.len()));
    };
    if let Ok(length) = usize::try_from(give(first).await) {
        text.truncate(length);
    }
    write!(text, "{negated} {}", give(8).await).map_err(|error| error.to_string())?;
    let ready = std::future::ready(9).await;
    let chosen = if ready > 1 { even(2) } else { even(4) }.await?;
    Ok(sum + late.await? + chosen + u32::from(text.is_empty()))
}

/// Recursion by boxes.
#[maybe_async]
pub async fn depth(level: u32) -> u32 {
    if level == 0 {
        0
    } else {
        1 + Box::pin(depth(level - 1)).await
    }
}

/// Macros.
///
/// # Panics
/// If it is wrong.
#[maybe_async]
pub async fn macros(level: u32) -> String {
    assert!(give(level).await < 1000, "{level}");
    assert!(matches!(even(2).await, Ok(2)));
    debug_assert_eq!(give(level).await, level);
    let list = vec![give(level).await; 2];
    let other = vec![depth(1).await, depth(2).await];
    format!(
        "{} {} {name}",
        list.len(),
        other[0],
        name = give("name").await
    )
}

/// Functions inside.
#[maybe_async]
pub async fn inside(level: u32) -> u32 {
    async fn inner(level: u32) -> u32 {
        give(level).await
    }
    struct Local(u32);
    let local = Local(inner(level).await);
    local.0
}

#[cfg(feature = "noticed")]
mod noticed {
    use crate::maybe_async;

    /// The blocking half says more than the async one.
    #[maybe_async]
    pub async fn more() -> u32 {
        #[only_blocking]
        {
            todo!()
        }
        #[only_async]
        {
            std::future::ready(1).await
        }
    }
}
