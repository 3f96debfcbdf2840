"""Where the registry has the providers that people use without saying so, and since when they are as they are now.

From https://registry.terraform.io/browse/providers, 2026-11-21. A provider of HashiCorp's is found without a source;
for any other, ``terraform init`` looks under ``hashicorp/`` and fails.
"""

from __future__ import annotations

_HASHICORP = """
    archive aws awscc azuread azurerm boundary cloudinit consul dns external google google-beta helm http kubernetes
    local nomad null random template tfe time tls vault
"""

SOURCES = {
    **{name: f"hashicorp/{name}" for name in _HASHICORP.split()},
    "auth0": "auth0/auth0",
    "cloudflare": "cloudflare/cloudflare",
    "datadog": "DataDog/datadog",
    "digitalocean": "digitalocean/digitalocean",
    "docker": "kreuzwerker/docker",
    "fastly": "fastly/fastly",
    "github": "integrations/github",
    "gitlab": "gitlabhq/gitlab",
    "grafana": "grafana/grafana",
    "hcloud": "hetznercloud/hcloud",
    "heroku": "heroku/heroku",
    "linode": "linode/linode",
    "mongodbatlas": "mongodb/mongodbatlas",
    "newrelic": "newrelic/newrelic",
    "okta": "okta/okta",
    "pagerduty": "PagerDuty/pagerduty",
    "postgresql": "cyrilgdn/postgresql",
    "spotinst": "spotinst/spotinst",
}
"""The source of each provider, by the name that its types begin with."""

SINCE = {
    "archive": "2.4",
    "aws": "5.0",
    "cloudinit": "2.3",
    "external": "2.3",
    "http": "3.4",
    "local": "2.4",
    "null": "3.2",
    "random": "3.5",
    "time": "0.9",
    "tls": "4.0",
}
"""The version that code of today can count on where none is locked."""
