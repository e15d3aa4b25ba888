/// The two elementary functions the scores need, written out so that every platform gives the same bits.
package enum Elementary {
    private static let ln2 = 0.693_147_180_559_945_3

    /// Natural logarithm of a positive number; 0 for anything else.
    package static func ln(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return 0 }
        // x = s · 2^e with s in 1 ..< 2, and ln s = 2 · artanh((s − 1) / (s + 1)); twelve terms leave less than 1e-12.
        let ratio = (x.significand - 1) / (x.significand + 1)
        let square = ratio * ratio
        var power = ratio
        var sum = 0.0
        var divisor = 1.0
        while divisor < 24 {
            sum += power / divisor
            power *= square
            divisor += 2
        }
        return 2 * sum + Double(x.exponent) * ln2
    }

    /// The exponential function; arguments beyond ±700 are cut.
    static func exp(_ x: Double) -> Double {
        let argument = min(max(x, -700), 700)
        let halvings = (argument / ln2).rounded()
        let rest = argument - halvings * ln2
        var term = 1.0
        var sum = 1.0
        var step = 1.0
        while step < 14 {
            term *= rest / step
            sum += term
            step += 1
        }
        return sum * Double(sign: .plus, exponent: Int(halvings), significand: 1)
    }

    /// The logistic function: a weight of evidence as a probability.
    static func probability(_ evidence: Double) -> Double { 1 / (1 + exp(-evidence)) }

    /// The weight of evidence of a probability; 0 and 1 are taken as a millionth away from them.
    static func evidence(_ probability: Double) -> Double {
        let inner = min(max(probability, 1e-6), 1 - 1e-6)
        return ln(inner / (1 - inner))
    }
}
