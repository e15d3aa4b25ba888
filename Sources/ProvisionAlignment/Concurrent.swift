import Dispatch
import Synchronization

/// Independent work on all cores.
package enum Concurrent {
    /// Results in the order of the inputs. `progress` is told how many are done, of how many; never twice at once.
    package static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], progress: @Sendable (Int, Int) -> Void = { _, _ in },
        _ transform: @Sendable (Input) -> Output
    ) -> [Output] {
        let state = Mutex(State<Output>(results: [Output?](repeating: nil, count: inputs.count)))
        DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
            let result = transform(inputs[index])
            state.withLock { state in
                state.results[index] = result
                state.done += 1
                progress(state.done, inputs.count)
            }
        }
        return state.withLock { state in state.results.compactMap { $0 } }
    }

    /// The results of two pieces of work done at the same time.
    package static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let results = Mutex<(First?, Second?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 {
                let result = first()
                results.withLock { $0.0 = result }
            } else {
                let result = second()
                results.withLock { $0.1 = result }
            }
        }
        let (firstResult, secondResult) = results.withLock { $0 }
        return (firstResult ?? first(), secondResult ?? second())
    }

    /// Results in the order of the inputs, for small pieces of work: each half is done in one go.
    package static func mapInHalves<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], _ transform: @Sendable (Input) -> Output
    ) -> [Output] {
        let middle = inputs.count / 2
        let (first, second) = both {
            inputs[..<middle].map(transform)
        } _: {
            inputs[middle...].map(transform)
        }
        return first + second
    }

    private struct State<Output: Sendable>: Sendable {
        var results: [Output?]
        var done = 0
    }
}
