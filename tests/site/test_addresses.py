"""No address that was published may die: pages that go leave a redirect behind."""

from __future__ import annotations

from pathlib import Path

from tests.site.addresses import dead, published, remembered


def test_every_address_that_was_published_is_answered(site: Path) -> None:
    """Where this fails, add `redirects` to `content/portal.yml`."""
    assert dead(site, remembered()) == []


def test_the_list_is_long_and_in_order() -> None:
    known = remembered()
    assert {"", "en/", "zh/general/"} <= known
    assert len(known) > 1500


def test_a_lost_address_would_be_seen(site: Path, tmp_path: Path) -> None:
    (tmp_path / "general").mkdir()
    (tmp_path / "general" / "index.html").touch()
    assert dead(tmp_path, {"general/", "general/old/"}) == ["general/old/"]
    assert "general/" in published(site)
