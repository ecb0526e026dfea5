"""The generators that are compared, ours first."""

from __future__ import annotations

from peers import eleventy, hugo, material, starlight, subportal, vitepress
from peers.peer import Peer

PEERS: dict[str, Peer] = {
    peer.key: peer
    for peer in (
        *subportal.PEERS,
        hugo.PEER,
        *material.PEERS,
        eleventy.PEER,
        starlight.PEER,
        vitepress.PEER,
    )
}
BASE = hugo.PEER.key
"""All ratios are to this one."""
