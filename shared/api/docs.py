"""The page at /docs: Swagger UI from an installed package, so that it works without internet."""

from importlib.resources import files

from fastapi import Response
from fastapi.openapi.docs import get_swagger_ui_html

from shared.aggregates import NotFound
from shared.api.access import Public
from shared.api.problems import catalogue
from shared.api.routes import Router

_ASSETS = {
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
    "favicon-32x32.png": "image/png",
}
_DAY = {"Cache-Control": "public, max-age=86400"}


def docs_routes(title: str) -> Router:
    """Return `/docs` with its assets, and `/problems/{code}`."""
    router = Router(prefix="", tags=["documentation"])

    @router.get("/docs", dependencies=[Public], include_in_schema=False)
    async def docs() -> Response:
        """Return the page on which the API can be read and tried."""
        return get_swagger_ui_html(
            openapi_url="openapi.json",
            title=title,
            swagger_js_url="docs/swagger-ui-bundle.js",
            swagger_css_url="docs/swagger-ui.css",
            swagger_favicon_url="docs/favicon-32x32.png",
        )

    @router.get("/docs/{asset}", dependencies=[Public], include_in_schema=False)
    async def docs_asset(asset: str) -> Response:
        """Return a file of Swagger UI."""
        if asset not in _ASSETS:
            raise NotFound
        content = (files("fastapi_swagger") / "resources" / asset).read_bytes()
        return Response(content, media_type=_ASSETS[asset], headers=_DAY)

    @router.get("/problems/{code}", dependencies=[Public], summary="What a problem type means")
    async def problem(code: str) -> dict[str, str | int]:
        """Return the meaning of the problem type that error documents name in `type`."""
        kind = catalogue().get(code)
        if kind is None:
            raise NotFound
        return {
            "type": f"/problems/{kind.code}",
            "title": kind.title,
            "status": kind.status,
            "description": kind.description,
        }

    return router
