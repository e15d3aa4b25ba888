import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The files that are being written beside their places, so that whoever interrupts the program finds none of them.
public enum PartFiles {
    private static let paths = Mutex<Set<String>>([])

    static func note(_ path: String) { paths.withLock { _ = $0.insert(path) } }

    static func forget(_ done: [String]) { paths.withLock { $0.subtract(done) } }

    /// From here on an interruption (SIGINT, SIGTERM, SIGHUP) removes what is half written and then ends the program as
    /// the signal does. Call it once, before other threads begin. A signal that is ignored stays ignored.
    public static func removeWhenInterrupted() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let waited = signals
        var thread = pthread_t()
        let started = pthread_create(&thread, nil, { PartFiles.wait($0) }, boxed(waited))
        if started == 0 { pthread_detach(thread) } else { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func boxed(_ signals: sigset_t) -> UnsafeMutableRawPointer {
        let box = UnsafeMutablePointer<sigset_t>.allocate(capacity: 1)
        box.initialize(to: signals)
        return UnsafeMutableRawPointer(box)
    }

    private static func wait(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let box = box?.assumingMemoryBound(to: sigset_t.self) else { return nil }
        var number: Int32 = 0
        guard sigwait(box, &number) == 0 else { return nil }
        // The lock is kept: nothing new is begun.
        paths.withLock { paths in
            for path in paths { unlink(path) }
            end(by: number)
        }
        return nil
    }

    private static func end(by number: Int32) {
        var one = sigset_t()
        sigemptyset(&one)
        sigaddset(&one, number)
        signal(number, SIG_DFL)
        pthread_sigmask(SIG_UNBLOCK, &one, nil)
        raise(number)
    }
}
