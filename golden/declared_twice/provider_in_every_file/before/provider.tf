# The account of the team.
provider "aws" {
  region = "us-east-1"
}
