import Dispatch
import FoundationEssentials
import Synchronization

/// Work on many inputs on all cores at once, with the results delivered in the order of the inputs.
///
/// Memory stays bounded: an input is begun only while the inputs that are begun and not delivered weigh less than
/// `budget`, or where it is the only one.
public enum OrderedWork {
    /// Works on all inputs.
    ///
    /// - Parameters:
    ///   - inputs: what to work on.
    ///   - budget: how much the inputs begun and not delivered may weigh together.
    ///   - weight: what an input weighs, for instance the bytes of its file.
    ///   - state: what deliveries change; never touched by two at once.
    ///   - work: makes the result of an input; called on any thread.
    ///   - deliver: takes a result; called in the order of the inputs, on any thread, never twice at once. Where it
    ///     throws, no further input is begun and the error is thrown to the caller.
    /// - Returns: the state after the last delivery.
    public static func run<Input: Sendable, Output: Sendable, State: Sendable>(
        _ inputs: [Input], budget: Int, weight: @Sendable (Input) -> Int, into state: State,
        work: @Sendable (Input) -> Output, deliver: @Sendable (inout State, Output) throws -> Void
    ) throws -> State {
        let queue = OrderedQueue<Output>(count: inputs.count, budget: budget)
        let delivered = Mutex(state)
        DispatchQueue.concurrentPerform(iterations: min(inputs.count, cores)) { _ in
            while let index = queue.claim({ weight(inputs[$0]) }) {
                queue.finish(index, work(inputs[index]))
                while let ready = queue.takeReady() {
                    do {
                        for output in ready { try delivered.withLock { try deliver(&$0, output) } }
                        queue.delivered(ready.count)
                    } catch {
                        queue.fail(error)
                    }
                }
            }
        }
        if let error = queue.failure { throw error }
        return delivered.withLock { $0 }
    }

    /// How many workers there are.
    private static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}

/// Hands out inputs in order and holds results until all before them are delivered.
private final class OrderedQueue<Output: Sendable>: Sendable {
    private struct State {
        var next = 0
        /// What each input weighs that is begun or the next to begin.
        var weights: [Int] = []
        /// The first input whose result is not delivered.
        var head = 0
        var load = 0
        var results: [Int: Output] = [:]
        var isDelivering = false
        var waiting = 0
        var failure: (any Error)?
    }

    private let count: Int
    private let budget: Int
    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)

    init(count: Int, budget: Int) {
        self.count = count
        self.budget = budget
    }

    var failure: (any Error)? { state.withLock { $0.failure } }

    private enum Turn {
        case work(Int)
        case wait
        case end
    }

    /// The next input to work on; nil where there is none left. Waits while too much is begun.
    func claim(_ weight: (Int) -> Int) -> Int? {
        while true {
            switch state.withLock({ turn(&$0, weight) }) {
            case .work(let index): return index
            case .wait: bell.wait()
            case .end: return nil
            }
        }
    }

    private func turn(_ state: inout State, _ weight: (Int) -> Int) -> Turn {
        guard state.failure == nil, state.next < count else { return .end }
        // Asked once and not before its turn: to weigh thousands of files takes time in which others could be read.
        if state.weights.count == state.next { state.weights.append(weight(state.next)) }
        guard state.load == 0 || state.load + state.weights[state.next] <= budget else {
            state.waiting += 1
            return .wait
        }
        let index = state.next
        state.next += 1
        state.load += state.weights[index]
        return .work(index)
    }

    func finish(_ index: Int, _ output: Output) { state.withLock { $0.results[index] = output } }

    /// The results that can be delivered now; nil where there are none, or where another thread delivers.
    func takeReady() -> [Output]? {
        state.withLock { state in
            guard !state.isDelivering, state.failure == nil else { return nil }
            var ready: [Output] = []
            while let output = state.results.removeValue(forKey: state.head + ready.count) { ready.append(output) }
            guard !ready.isEmpty else { return nil }
            state.isDelivering = true
            return ready
        }
    }

    /// Notes that as many results from the head on are delivered, and wakes who waits.
    func delivered(_ count: Int) {
        state.withLock { state in
            for index in state.head..<state.head + count { state.load -= state.weights[index] }
            state.head += count
            state.isDelivering = false
            ring(&state)
        }
    }

    func fail(_ error: any Error) {
        state.withLock { state in
            state.failure = error
            state.isDelivering = false
            ring(&state)
        }
    }

    private func ring(_ state: inout State) {
        for _ in 0..<state.waiting { bell.signal() }
        state.waiting = 0
    }
}
