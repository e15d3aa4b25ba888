import Duizhao
import Foundation
import Synchronization
import Testing

@Suite("Work in order")
struct OrderedWorkTests {
    @Test func deliversInOrderAndBeginsNoMoreThanTheBudget() throws {
        let begun = Mutex((now: 0, most: 0))
        let weights = (0..<500).map { $0 % 50 == 0 ? 40 : $0 % 7 }
        let delivered = try OrderedWork.run(Array(0..<500), budget: 20, weight: { weights[$0] }, into: [Int]()) {
            input in
            begun.withLock { state in
                state.now += weights[input]
                state.most = max(state.most, state.now)
            }
            if input % 3 == 0 { usleep(500) }
            return input * 2
        } deliver: { all, output in
            begun.withLock { $0.now -= weights[output / 2] }
            all.append(output)
        }
        #expect(delivered == (0..<500).map { $0 * 2 })
        // What is heavier than the budget is begun alone.
        #expect(begun.withLock { $0.most } <= 40)
    }

    @Test func aDeliveryThatFailsEndsTheWork() {
        struct Full: Error {}
        let worked = Mutex(0)
        #expect(throws: Full.self) {
            try OrderedWork.run(Array(0..<10_000), budget: 8, weight: { _ in 1 }, into: 0) { input in
                worked.withLock { $0 += 1 }
                return input
            } deliver: { _, output in
                if output == 20 { throw Full() }
            }
        }
        #expect(worked.withLock { $0 } < 100)
    }

    @Test func nothingIsDeliveredOfNothing() throws {
        let none = try OrderedWork.run([Int](), budget: 1, weight: { $0 }, into: 7) {
            $0
        } deliver: {
            $0 += $1
        }
        #expect(none == 7)
    }
}
