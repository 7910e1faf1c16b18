"""The page in a real browser: no script runs, nothing is fetched, no phone has to scroll sideways."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path

import pytest

from sayso.show import page
from sayso.story import Story

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--virtual-time-budget=3000",
    "--host-resolver-rules=MAP * 127.0.0.1:9",
]  # fmt: skip
INJECTED = """<script>document.title='ran'</script>
<img src="http://tracker.example/pixel" onerror="document.title='ran'">
<link rel=stylesheet href="http://tracker.example/style">"""
MEASURE = """<iframe width=390 height=800 style="border:0" srcdoc="{page}"></iframe><pre></pre><script>
onload = () => {{
  const inside = document.querySelector("iframe").contentDocument, root = inside.documentElement;
  const broken = [...inside.querySelectorAll('a[href^="#"]')].filter(
    link => !inside.getElementById(decodeURIComponent(link.getAttribute("href").slice(1))));
  document.querySelector("pre").textContent = JSON.stringify(
    {{scroll: root.scrollWidth, width: root.clientWidth, broken: broken.length,
      links: inside.links.length, columns: getComputedStyle(inside.querySelector("td")).display}});
}};
</script>"""


def seen(html: str, folder: Path) -> tuple[str, str]:
    """The document as the browser has it in the end, and the log of its network."""
    file, log = folder / "page.html", folder / "net.json"
    file.write_text(html, encoding="utf-8")
    options = [*FLAGS, f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}"]
    command = [str(BROWSER), *options, "--dump-dom", file.as_uri()]
    dom = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    return dom, log.read_text(encoding="utf-8", errors="replace")


def title(dom: str) -> str:
    found = re.search(r"<title>(.*?)</title>", dom, re.S)
    return found[1] if found else ""


def test_the_trap_works(tmp_path: Path) -> None:
    dom, log = seen(f"<title>before</title>{INJECTED}", tmp_path)
    assert title(dom) == "ran"
    assert "tracker.example" in log


def test_hostile_words_do_nothing(hostile: Story, tmp_path: Path) -> None:
    dom, log = seen(page.text([hostile]), tmp_path)
    assert title(dom).startswith("Dam bursts above Ostrava Vale&lt;script&gt;")
    assert "tracker.example/" not in log


def test_even_a_tag_that_came_through_would_do_nothing(story: Story, tmp_path: Path) -> None:
    dom, log = seen(page.text([story]).replace("<main", INJECTED + "<main"), tmp_path)
    assert "<script>" in dom
    assert title(dom) == "Dam bursts above Ostrava Vale · sayso"
    assert "tracker.example" not in log


@pytest.mark.parametrize("kind", ["plain", "hostile"])
def test_on_a_phone_nothing_scrolls_sideways_and_every_link_leads_somewhere(
    kind: str, story: Story, hostile: Story, tmp_path: Path
) -> None:
    html = page.text([hostile if kind == "hostile" else story])
    dom, _ = seen(MEASURE.format(page=escape(html)), tmp_path)
    found = re.search(r"<pre>(\{.*?\})</pre>", dom)
    assert found
    measured = json.loads(unescape(found[1]))
    assert measured["width"] <= 390
    assert measured["scroll"] <= measured["width"]
    assert measured["broken"] == 0
    assert measured["links"] > 20
    assert measured["columns"] == "flex"
