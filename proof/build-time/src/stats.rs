//! The arithmetic of the figures.

/// The middle value, or the mean of the two in the middle; 0 of nothing.
pub(crate) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => 0.0,
        length if length % 2 == 1 => sorted[middle],
        _ => f64::midpoint(sorted[middle - 1], sorted[middle]),
    }
}

/// The smallest value; 0 of nothing.
pub(crate) fn minimum(values: &[f64]) -> f64 {
    values.iter().copied().reduce(f64::min).unwrap_or(0.0)
}

/// The exponent `b` of the power law `y = a * x^b` that fits best: the slope of the least squares
/// line through the logarithms. All values must be positive.
pub(crate) fn growth(points: &[(f64, f64)]) -> f64 {
    let logs: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let count = f64::from(u32::try_from(logs.len()).unwrap_or(u32::MAX));
    let mean_x = logs.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = logs.iter().map(|(_, y)| y).sum::<f64>() / count;
    let products: f64 = logs.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let squares: f64 = logs.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    products / squares
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-9
    }

    #[test]
    fn a_median_stands_in_the_middle() {
        assert!(close(median(&[9.0, 1.0, 5.0]), 5.0));
        assert!(close(median(&[9.0, 1.0, 5.0, 7.0]), 6.0));
        assert!(close(median(&[4.0]), 4.0));
        assert!(close(median(&[]), 0.0));
    }

    #[test]
    fn one_outlier_does_not_move_a_median() {
        assert!(close(median(&[1.0, 2.0, 1000.0]), 2.0));
    }

    #[test]
    fn a_minimum_is_the_smallest() {
        assert!(close(minimum(&[3.0, -1.0, 2.0]), -1.0));
    }

    #[test]
    fn growth_is_the_exponent() {
        let power = |exponent: f64| {
            let sizes = [100.0, 300.0, 1000.0, 2500.0, 5000.0_f64];
            growth(&sizes.map(|size| (size, 7.0 * size.powf(exponent))))
        };
        assert!(close(power(1.0), 1.0));
        assert!(close(power(2.0), 2.0));
        assert!(close(power(0.0), 0.0));
    }

    #[test]
    fn growth_weighs_every_point() {
        // Through (1, 1), (10, 1) and (100, 100): the logarithms are 0, 0 and 2.
        assert!(close(
            growth(&[(1.0, 1.0), (10.0, 1.0), (100.0, 100.0)]),
            1.0
        ));
    }
}
