"""Chromium over the DevTools protocol, through a pair of pipes: no port, no library."""
import base64
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time

# Seconds after which a browser that says nothing is given up.
PATIENCE = 90

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def program():
    """Path of a Chromium; None where there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Fault(Exception):
    """A page did not do what was asked, or the browser gave up."""


class Browser:
    """A headless Chromium with a profile of its own. The pages it opens may load nothing from a network."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="duizhao-browser-", ignore_cleanup_errors=True)
        to_browser, self.writer = os.pipe()
        self.reader, from_browser = os.pipe()
        # Chromium reads descriptor 3 and writes descriptor 4.
        launcher = ["/bin/sh", "-c", f'exec "$0" "$@" 8<&{to_browser} 9>&{from_browser} 3<&8 4>&9']
        options = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--remote-debugging-pipe", f"--user-data-dir={self.folder.name}/profile",
        ]
        self.process = subprocess.Popen(
            [*launcher, program(), *options], pass_fds=(to_browser, from_browser), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.last = 0
        self.held = b""
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()

    def message(self):
        while b"\0" not in self.held:
            if not select.select([self.reader], [], [], PATIENCE)[0]:
                raise Fault(f"Chromium has said nothing for {PATIENCE} s")
            read = os.read(self.reader, 1 << 20)
            if not read:
                raise Fault("Chromium ended")
            self.held += read
        message, self.held = self.held.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, session=None, **parameters):
        self.last += 1
        request = {"id": self.last, "method": method, "params": parameters}
        if session:
            request["sessionId"] = session
        left = json.dumps(request).encode() + b"\0"
        while left:
            left = left[os.write(self.writer, left):]
        while (answer := self.message()).get("id") != self.last:
            self.events.append(answer)
        if "error" in answer:
            raise Fault(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def page(self):
        return Page(self)

    @property
    def downloads(self):
        folder = pathlib.Path(self.folder.name, "downloads")
        folder.mkdir(exist_ok=True)
        return folder


class Page:
    """One tab."""

    def __init__(self, browser):
        self.browser = browser
        self.target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.ask("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")
        self.window(1440, 900)

    def ask(self, method, **parameters):
        return self.browser.ask(method, self.session, **parameters)

    def close(self):
        """Closes the tab, even one that is on its way to another page."""
        self.browser.ask("Target.closeTarget", targetId=self.target)

    def window(self, width, height, scheme="light", media=""):
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.ask("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, address, scripted=True):
        """Loads a page anew, by its path with query and fragment; gives the seconds until it was loaded and laid out."""
        self.load("about:blank")
        seconds = self.load(f"file://{address}")
        start = time.monotonic()
        if scripted:
            self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return seconds + time.monotonic() - start

    def load(self, url):
        self.browser.events.clear()
        start = time.monotonic()
        self.ask("Page.navigate", url=url)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.browser.events):
            self.browser.events.append(self.browser.message())
        return time.monotonic() - start

    def run(self, script):
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise Fault(details.get("exception", {}).get("description") or details["text"])
        return answer["result"].get("value")

    def key(self, key, text="", modifiers=0):
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowDown": 40, "ArrowUp": 38}
        common = {"key": key, "modifiers": modifiers, "windowsVirtualKeyCode": codes.get(key, 0)}
        common["code"] = "Space" if key == " " else key
        text = text or {"Enter": "\r", " ": " "}.get(key, "")
        self.ask("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **common)

    def write(self, text):
        self.ask("Input.insertText", text=text)

    def click(self, selector):
        """Clicks the middle of an element with the mouse."""
        place = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); if (!e) return null;"
            "e.scrollIntoView({block: 'center', inline: 'center'}); const r = e.getBoundingClientRect();"
            "return [r.x + r.width / 2, r.y + r.height / 2]; })()")
        if not place:
            raise Fault(f"nothing is {selector}")
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def hover(self, selector):
        place = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
            "const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()")
        self.ask("Input.dispatchMouseEvent", type="mouseMoved", x=place[0], y=place[1])

    def until(self, script, seconds=5):
        """Waits until a script gives something true."""
        end = time.monotonic() + seconds
        while not (value := self.run(script)):
            if time.monotonic() > end:
                raise Fault(f"never became true: {script}")
            time.sleep(0.02)
        return value

    def pdf(self):
        answer = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(answer["data"])

    def picture(self, path):
        pathlib.Path(path).write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def complaints(self):
        """Errors on the console, and requests for anything but the page itself, since it was opened."""
        found = []
        for event in self.browser.events:
            method, detail = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                found.append(detail["exceptionDetails"].get("exception", {}).get("description", "an exception"))
            elif method == "Runtime.consoleAPICalled" and detail["type"] in ("error", "warning", "assert"):
                found.append(f"console: {detail['args']}")
            elif method == "Log.entryAdded" and detail["entry"]["level"] in ("error", "warning"):
                found.append(f"log: {detail['entry']['text']}")
            elif method == "Network.requestWillBeSent":
                url = detail["request"]["url"]
                if detail["type"] != "Document" or not url.startswith("file:"):
                    found.append(f"request: {url}")
        return found
