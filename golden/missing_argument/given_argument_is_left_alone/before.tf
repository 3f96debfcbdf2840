resource "aws_lambda_permission" "main" {
  action        = "lambda:InvokeFunctionUrl" # for everybody
  function_name = aws_lambda_function.main.function_name
  principal     = "*"
}
