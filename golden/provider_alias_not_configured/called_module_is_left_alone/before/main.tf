module "copy" {
  source    = "./copy"
  providers = { aws.copy = aws }
}
