"""Addresses of model servers: which may be asked, and where a connection really goes."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.errors import SettingsError
from generator.model.dossier import Reader


@dataclass(frozen=True, slots=True)
class Address:
    """A server's base address, checked: `host` is asked under `ip`, the one that was looked up and judged."""

    scheme: str
    host: str
    port: int
    path: str
    ip: str

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}{self.path}"


def check_address(reader: Reader, file: str = "content/dossier.yml") -> Address:
    """The address of a reader, allowed by its settings.

    Raises:
        SettingsError: there is none, it is no http(s) address, it names a user, or it leaves this machine without `remote: true`.
    """
    parts = urlsplit(reader.address or "")
    place = f"readers: {reader.name}"
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        mend = "Write one like http://127.0.0.1:11434/v1, or import answers with `dossier import`."
        raise SettingsError("the reader has no http or https address", file=file, place=place, mend=mend)
    if parts.username or parts.password or parts.query or parts.fragment:
        mend = "Name the environment variable that holds the key with `key:`."
        raise SettingsError("the address holds a user, a key or a query", file=file, place=place, mend=mend)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        found = [info[4][0] for info in socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)]
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"the address cannot be looked up ({error})", file=file, place=place, mend="Check host and port."
        ) from error
    addresses = [str(ip) for ip in found]
    if not reader.remote and not all(ipaddress.ip_address(ip.split("%")[0]).is_loopback for ip in addresses):
        mend = "Add `remote: true` to this reader if articles may leave this machine."
        raise SettingsError(f"{parts.hostname} is not on this machine", file=file, place=place, mend=mend)
    if (
        reader.remote
        and parts.scheme == "http"
        and not all(ipaddress.ip_address(ip.split("%")[0]).is_loopback for ip in addresses)
    ):
        raise SettingsError(
            "articles and key would travel unencrypted", file=file, place=place, mend="Use an https address."
        )
    return Address(parts.scheme, parts.hostname, port, parts.path.rstrip("/"), addresses[0])
