# For work without a network.
terraform {
  backend "local" {}
}
