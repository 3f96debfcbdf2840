# Objects take colons and commas.
locals {
  tags = { Team: "web", Stage: "prod" }

  ports = {
    http: 80,
    https: 443,
  }
}
