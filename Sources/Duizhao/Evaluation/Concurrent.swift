import Dispatch
import Synchronization

/// Independent work on all cores.
enum Concurrent {
    /// Results in the order of the inputs. `progress` is told how many are done, of how many; never twice at once.
    static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], progress: @Sendable (Int, Int) -> Void, _ transform: @Sendable (Input) -> Output
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

    private struct State<Output: Sendable>: Sendable {
        var results: [Output?]
        var done = 0
    }
}
