terraform {
  # The account's.
  backend "s3" {
  }
}
