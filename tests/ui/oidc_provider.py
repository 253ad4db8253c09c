"""A small provider of OpenID Connect on loopback: who comes is signed in at once, as one fixed person."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

__all__ = ["CLIENT", "EMAIL", "SECRET", "oidc_provider"]

CLIENT, SECRET = "techpath", "a secret of the client"
EMAIL = "dana@school.example"
_CODE = "the-code"


class _Provider:
    """OpenID Connect Core 1.0: the authorization code flow, and nothing else."""

    def __init__(self) -> None:
        self.address = ""
        self._key = RSAKey.generate_key(2048, {"kid": "k1", "use": "sig", "alg": "RS256"})
        self._nonce = ""

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._metadata),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
                Route("/keys", self._keys),
            ]
        )

    def _metadata(self, request: Request) -> JSONResponse:
        return JSONResponse({
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        })

    def _authorize(self, request: Request) -> RedirectResponse:
        self._nonce = request.query_params.get("nonce", "")
        back = {"code": _CODE, "state": request.query_params["state"]}
        return RedirectResponse(f"{request.query_params['redirect_uri']}?{urlencode(back)}")

    async def _token(self, request: Request) -> JSONResponse:
        form = await request.form()
        if form.get("code") != _CODE:
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {
            "iss": self.address, "sub": "person-1", "aud": CLIENT, "iat": now, "exp": now + 600,
            "nonce": self._nonce, "email": EMAIL,
        }  # fmt: skip
        token = jwt.encode({"alg": "RS256", "kid": "k1"}, claims, self._key)
        return JSONResponse({
            "access_token": "a", "token_type": "Bearer", "expires_in": 600, "id_token": token
        })  # fmt: skip

    def _keys(self, request: Request) -> JSONResponse:
        return JSONResponse({"keys": [self._key.as_dict(private=False)]})


@contextmanager
def oidc_provider() -> Iterator[str]:
    """Its address, while it runs."""
    provider = _Provider()
    server = uvicorn.Server(uvicorn.Config(provider.app(), port=0, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    provider.address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    yield provider.address
    server.should_exit = True
    thread.join()
